package academy.artisan.lms.identity;

import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.convert.converter.Converter;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;

/** Tells the framework's own endpoints, which know no {@link Caller}, whether an administrator asks. */
@Component
class AdminAuthority implements Converter<Jwt, JwtAuthenticationToken> {

    private static final Logger log = LoggerFactory.getLogger(AdminAuthority.class);
    private static final List<GrantedAuthority> ADMIN = List.of(new SimpleGrantedAuthority("ROLE_" + Role.ADMIN));

    private final RoleHolders roles;

    AdminAuthority(RoleHolders roles) {
        this.roles = roles;
    }

    @Override
    public JwtAuthenticationToken convert(Jwt token) {
        return new JwtAuthenticationToken(token, isAdmin(token) ? ADMIN : List.of());
    }

    /** Whether the application is well can be asked without the database, too. */
    private boolean isAdmin(Jwt token) {
        var person = token.getSubject();
        try {
            return person != null && roles.asCaller(PersonId.of(person)).isAdmin();
        } catch (DataAccessException unknown) {
            log.warn("Whether an administrator asks cannot be told: {}", unknown.getMessage());
            return false;
        }
    }
}
