package academy.artisan.lms.portal;

import academy.artisan.lms.testing.Academy;
import academy.artisan.lms.testing.Api;
import academy.artisan.lms.testing.StackTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

@StackTest
class PortalFilesIT {

    private final Api nobody;

    PortalFilesIT(@Autowired ApplicationContext context) {
        nobody = Academy.nobody(context);
    }

    @Test
    void thePortalNeedsNoLogInAndRunsOnlyItsOwnScripts() {
        var page = nobody.get("/");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("/portal/js/app.js");
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "media-src 'self' blob: http")
                .doesNotContain("unsafe");
    }

    @Test
    void librariesComeFromTheApplicationAndAreKept() {
        var library = nobody.get("/webjars/hls.js/dist/hls.min.js");
        assertThat(library.status()).isEqualTo(200);
        assertThat(library.header("Cache-Control")).isEqualTo("max-age=86400");
        assertThat(nobody.get("/portal/js/app.js").header("Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void theReferencePageIsThere() {
        assertThat(nobody.get("/docs").header("Location")).endsWith("/swagger-ui/index.html");
        assertThat(nobody.get("/swagger-ui/index.html").status()).isEqualTo(200);
    }
}
