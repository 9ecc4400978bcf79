package academy.artisan.lms.portal;

import java.io.IOException;
import java.net.URI;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells browsers to load and run nothing but the application's own files, and video and documents from the object store
 * or the network before it.
 */
@Component
class ContentSecurityPolicy extends OncePerRequestFilter {

    private static final String HEADER = "Content-Security-Policy";
    private static final String REFERENCE_PAGE = "/swagger-ui";

    /** The API's reference page comes as it is from its WebJar, with styles inside of its markup. */
    private static final String REFERENCE_PAGE_POLICY = "default-src 'none'; script-src 'self'; "
            + "style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private final String portalPolicy;

    ContentSecurityPolicy(
            @Value("${lms.s3.public-endpoint:${lms.s3.endpoint:}}") String objectStore,
            @Value("${lms.s3.cdn-base:}") String network) {
        var store = origin(objectStore) + origin(network);
        this.portalPolicy = "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; "
                + "img-src 'self'" + store + "; media-src 'self' blob:" + store + "; connect-src 'self'" + store
                + "; frame-src 'self'" + store + "; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var isReferencePage = request.getRequestURI().startsWith(REFERENCE_PAGE);
        response.setHeader(HEADER, isReferencePage ? REFERENCE_PAGE_POLICY : portalPolicy);
        response.setHeader("Referrer-Policy", "no-referrer");
        chain.doFilter(request, response);
    }

    private static String origin(String address) {
        if (!StringUtils.hasText(address)) {
            return "";
        }
        var uri = URI.create(address);
        return " %s://%s".formatted(uri.getScheme(), uri.getAuthority());
    }
}
