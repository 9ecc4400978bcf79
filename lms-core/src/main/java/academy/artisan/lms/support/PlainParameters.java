package academy.artisan.lms.support;

import java.util.Map;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Parameters of an address, like texts in JSON, may not hold NUL, which PostgreSQL cannot store; but a search takes
 * whatever was typed.
 */
@Configuration(proxyBeanMethods = false)
class PlainParameters implements HandlerInterceptor {

    private static final String SEARCH = "/api/v1/search/";

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        parameters(request).forEach((name, values) -> {
            if (!isTyped(name, request) && Stream.of(values).anyMatch(value -> value.indexOf('\0') >= 0)) {
                throw new InvalidRequest(name, "PlainText", "holds a character that no text has");
            }
        });
        return true;
    }

    /** Whoever reads one of them first learns that they cannot be read. */
    private static Map<String, String[]> parameters(HttpServletRequest request) {
        try {
            return request.getParameterMap();
        } catch (IllegalStateException unreadable) {
            throw new InvalidRequest(
                    "parameters", "PercentEncoded", "are not percent-encoded UTF-8, or are more than a thousand");
        }
    }

    private static boolean isTyped(String name, HttpServletRequest request) {
        return name.equals("q") && request.getRequestURI().startsWith(SEARCH);
    }

    @Bean
    WebMvcConfigurer plainParametersOnly() {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(PlainParameters.this);
            }
        };
    }
}
