package academy.artisan.lms.identity;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Log-in, its renewal and log-out. */
@RestController
@RequestMapping("/api/v1/auth")
class TokenController {

    record LogIn(
            @NotBlank @Size(max = 100) String username,
            @NotBlank @Size(max = 200) String password) {}

    record Refresh(@NotBlank @Size(max = 200) String refreshToken) {}

    private final Tokens tokens;

    TokenController(Tokens tokens) {
        this.tokens = tokens;
    }

    @PostMapping("/token")
    Tokens.Issued logIn(@Valid @RequestBody LogIn request) {
        return tokens.logIn(request.username(), request.password());
    }

    @PostMapping("/refresh")
    Tokens.Issued refresh(@Valid @RequestBody Refresh request) {
        return tokens.refresh(request.refreshToken());
    }

    @PostMapping("/logout")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void logOut(@Valid @RequestBody Refresh request) {
        tokens.logOut(request.refreshToken());
    }
}
