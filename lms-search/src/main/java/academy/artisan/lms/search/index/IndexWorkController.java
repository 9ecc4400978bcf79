package academy.artisan.lms.search.index;

import java.net.URI;

import academy.artisan.lms.identity.Caller;
import academy.artisan.lms.search.index.IndexWork.Task;
import academy.artisan.lms.support.Page;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Rebuilding and checking indices, for administrators. */
@RestController
@RequestMapping("/api/v1/search")
class IndexWorkController {

    /** @param index what it is called: {@code courses} */
    record NewIndexWork(String index) {}

    private final IndexWorks works;

    IndexWorkController(IndexWorks works) {
        this.works = works;
    }

    @PostMapping("/rebuilds")
    ResponseEntity<IndexWork> rebuild(Caller caller, @RequestBody NewIndexWork request) {
        return accepted("rebuilds", works.ask(caller, Task.REBUILD, request.index()));
    }

    @GetMapping("/rebuilds")
    Page<IndexWork> rebuilds(
            Caller caller,
            @RequestParam(required = false) @Nullable IndexWorkId after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return works.page(caller, Task.REBUILD, after, limit);
    }

    @GetMapping("/rebuilds/{workId}")
    IndexWork rebuild(Caller caller, @PathVariable IndexWorkId workId) {
        return works.get(caller, Task.REBUILD, workId);
    }

    @PostMapping("/checks")
    ResponseEntity<IndexWork> check(Caller caller, @RequestBody NewIndexWork request) {
        return accepted("checks", works.ask(caller, Task.CHECK, request.index()));
    }

    @GetMapping("/checks")
    Page<IndexWork> checks(
            Caller caller,
            @RequestParam(required = false) @Nullable IndexWorkId after,
            @RequestParam(defaultValue = "50") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
        return works.page(caller, Task.CHECK, after, limit);
    }

    @GetMapping("/checks/{workId}")
    IndexWork check(Caller caller, @PathVariable IndexWorkId workId) {
        return works.get(caller, Task.CHECK, workId);
    }

    private static ResponseEntity<IndexWork> accepted(String kind, IndexWork work) {
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/search/%s/%s".formatted(kind, work.workId())))
                .body(work);
    }
}
