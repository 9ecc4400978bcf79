package academy.artisan.lms.authoring.exchange;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which course and media an import is about to bring. No two imports bring the same at once, so whatever one of them
 * left in the store when it failed is its own to throw away.
 */
@Component
class ImportClaims {

    private final JdbcClient jdbc;
    private final Imports imports;

    ImportClaims(JdbcClient jdbc, Imports imports) {
        this.jdbc = jdbc;
        this.imports = imports;
    }

    /**
     * All of them or none; false if another import holds one of them.
     *
     * @throws RunSuperseded if the import is not this run's any more, so that nobody would give back what it takes
     */
    @Transactional
    public boolean take(ImportId importId, UUID run, Collection<UUID> ids) {
        imports.requireOwn(importId, run);
        var others = jdbc.sql("""
                        with wanted as (select distinct id from unnest(:ids::uuid[]) id order by id),
                        taken as (
                            insert into authoring.import_claim (claimed_id, import_id) select id, :import from wanted
                            on conflict (claimed_id) do update set claimed_id = excluded.claimed_id
                            returning import_id)
                        select count(*) from taken where import_id <> :import
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .param("import", importId.value())
                .query(Integer.class)
                .single();
        if (others > 0) {
            // Those that another import held were not changed; the new ones are given back
            release(importId);
        }
        return others == 0;
    }

    /** What this import still holds. */
    Set<UUID> of(ImportId importId) {
        return jdbc
                .sql("select claimed_id from authoring.import_claim where import_id = :import")
                .param("import", importId.value())
                .query(UUID.class)
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    void release(ImportId importId) {
        jdbc.sql("delete from authoring.import_claim where import_id = :import")
                .param("import", importId.value())
                .update();
    }
}
