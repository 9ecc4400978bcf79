package academy.artisan.lms.identity;

import java.util.List;

import com.nimbusds.jose.jwk.source.ImmutableSecret;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Who gets in: everything needs an access token but log-in, the portal's files, health, the API's description. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String[] OPEN = {
        "/",
        "/index.html",
        "/favicon.ico",
        "/favicon.svg",
        "/portal/**",
        "/webjars/**",
        "/api/v1/auth/**",
        "/v3/api-docs/**",
        "/v3/api-docs.yaml",
        "/docs/**",
        "/swagger-ui/**"
    };

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    @Bean
    JwtEncoder accessTokenEncoder(SigningKeys keys) {
        return new NimbusJwtEncoder(new ImmutableSecret<>(keys.keyFor("access")));
    }

    @Bean
    JwtDecoder accessTokenDecoder(SigningKeys keys) {
        return NimbusJwtDecoder.withSecretKey(keys.keyFor("access"))
                .macAlgorithm(MacAlgorithm.HS256)
                .build();
    }

    /**
     * Players carry a playback token, which the playback endpoints check themselves without the database; who removes a
     * playback is none.
     */
    @Bean
    @Order(1)
    SecurityFilterChain playbackSecurity(HttpSecurity http) throws Exception {
        return stateless(http)
                .securityMatcher(new AndRequestMatcher(
                        PathPatternRequestMatcher.withDefaults().matcher("/api/v1/playbacks/**"),
                        request -> !HttpMethod.DELETE.matches(request.getMethod())))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /** Everybody is told whether all is well; what is not and how much there is of anything, administrators alone. */
    @Bean
    @Order(2)
    SecurityFilterChain operationSecurity(HttpSecurity http, ProblemEntryPoints entryPoints, AdminAuthority authority)
            throws Exception {
        return stateless(http)
                .securityMatcher(PathPatternRequestMatcher.withDefaults().matcher("/actuator/**"))
                .authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/health/**")
                        .permitAll()
                        .anyRequest()
                        .hasRole(Role.ADMIN.name()))
                .oauth2ResourceServer(server -> server.jwt(jwt -> jwt.jwtAuthenticationConverter(authority))
                        .authenticationEntryPoint(entryPoints)
                        .accessDeniedHandler(entryPoints))
                .exceptionHandling(exceptions ->
                        exceptions.authenticationEntryPoint(entryPoints).accessDeniedHandler(entryPoints))
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain security(HttpSecurity http, ProblemEntryPoints entryPoints) throws Exception {
        return stateless(http)
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers(OPEN).permitAll().anyRequest().authenticated())
                .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults())
                        .authenticationEntryPoint(entryPoints)
                        .accessDeniedHandler(entryPoints))
                .exceptionHandling(exceptions ->
                        exceptions.authenticationEntryPoint(entryPoints).accessDeniedHandler(entryPoints))
                .build();
    }

    /** No session and no cookie, so there is nothing that a forged request could ride on. */
    private static HttpSecurity stateless(HttpSecurity http) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::deny))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    }

    @Bean
    WebMvcConfigurer callerArguments(Callers callers) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(callers);
            }
        };
    }
}
