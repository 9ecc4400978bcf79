package academy.artisan.lms.identity;

import java.util.UUID;
import java.util.stream.Collectors;

import academy.artisan.lms.support.NotAllowed;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands controllers the {@link Caller}: the person from the access token, the roles as granted at this moment. */
@Component
class Callers implements HandlerMethodArgumentResolver {

    private final JdbcClient jdbc;

    Callers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Caller resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token) {
            return callerOf(PersonId.of(token.getName()));
        }
        throw new NotAllowed("Only people who are logged in may do this");
    }

    private Caller callerOf(PersonId person) {
        var grants = jdbc.sql("select role, scope from identity.role_grant where person_id = :person")
                .param("person", person.value())
                .query((row, ignored) ->
                        new Caller.Grant(Role.valueOf(row.getString("role")), row.getObject("scope", UUID.class)))
                .list();
        return new Caller(person, grants.stream().collect(Collectors.toUnmodifiableSet()));
    }
}
