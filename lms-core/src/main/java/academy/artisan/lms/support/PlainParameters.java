package academy.artisan.lms.support;

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

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        request.getParameterMap().forEach((name, values) -> {
            if (Stream.of(values).anyMatch(value -> value.indexOf('\0') >= 0)) {
                throw new InvalidRequest(name, "PlainText", "holds a character that no text has");
            }
        });
        return true;
    }

    @Bean
    WebMvcConfigurer plainParametersOnly() {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(PlainParameters.this).excludePathPatterns("/api/v1/search/**");
            }
        };
    }
}
