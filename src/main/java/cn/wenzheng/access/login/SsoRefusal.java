package cn.wenzheng.access.login;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/** Why a single sign-on ends at the login page; each has its sentence {@code refusal.<slug>}. */
enum SsoRefusal {
    /** The provider vouches for somebody who is no account of ours, or has left. */
    UNKNOWN,
    /** None of his groups has a role here. */
    NO_ROLE,
    /** The roles of his groups are against a rule of the house. */
    ROLES,
    /** The provider cannot be reached. */
    AWAY,
    /** Anything else: he has broken off, waited too long, or what came back is not genuine. */
    FAILED;

    String slug() {
        return "sso-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    OAuth2AuthenticationException because(@Nullable Throwable cause) {
        return new OAuth2AuthenticationException(new OAuth2Error(slug()), slug(), cause);
    }

    static Optional<SsoRefusal> of(@Nullable String slug) {
        return Arrays.stream(values())
                .filter(refusal -> refusal.slug().equals(slug))
                .findFirst();
    }

    /** Which of them stands behind what a library has wrapped around it. */
    static SsoRefusal behind(Throwable why) {
        for (Throwable cause = why; cause != null; cause = cause.getCause()) {
            if (cause instanceof OAuth2AuthenticationException refused
                    && of(refused.getError().getErrorCode()).isPresent()) {
                return of(refused.getError().getErrorCode()).get();
            }
        }
        return FAILED;
    }

    /** The kind of a failure for the log, which must not hold whatever somebody sends as one. */
    static String kind(Throwable why) {
        String code = why instanceof OAuth2AuthenticationException failed
                ? failed.getError().getErrorCode()
                : why.getClass().getSimpleName();
        return code.matches("[A-Za-z0-9_-]{1,60}") ? code : "other";
    }
}
