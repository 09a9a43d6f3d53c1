package cn.wenzheng.access.login;

import cn.wenzheng.organization.Role;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.StringUtils;
import org.springframework.validation.annotation.Validated;

/**
 * The city's single sign-on by OpenID Connect; there is none without an issuer.
 *
 * @param issuer the provider's address, as it names itself; what else is to know is read from there
 * @param clientId the name under which the provider knows the product
 * @param clientSecret what the product shows to the provider
 * @param scopes what the product asks for; a provider may want one more before it tells the groups
 * @param accountClaim where the provider says which account of ours it is
 * @param groupsClaim where it says in which groups the person is
 * @param roles the roles of each group, whose name is compared without regard to case; when there are any, a person's
 *     roles become those of his groups at every login
 */
@Validated
@ConfigurationProperties("wenzheng.sso")
record SsoSettings(
        @Nullable String issuer,
        @Nullable String clientId,
        @Nullable String clientSecret,

        @DefaultValue({"openid", "profile"}) @NotEmpty Set<String> scopes,

        @DefaultValue("preferred_username") @NotBlank String accountClaim,

        @DefaultValue("groups") @NotBlank String groupsClaim,

        @DefaultValue Map<String, Set<Role>> roles) {

    boolean isOn() {
        return StringUtils.hasText(issuer);
    }

    @AssertTrue(
            message = "统一身份登录还需要 client-id 和 client-secret，scopes 里要有 openid / "
                    + "single sign-on also needs client-id and client-secret, and openid among the scopes")
    boolean isComplete() {
        return !isOn()
                || StringUtils.hasText(clientId) && StringUtils.hasText(clientSecret) && scopes.contains("openid");
    }

    /** The roles of somebody in these groups. */
    Set<Role> rolesOf(@Nullable Collection<String> groups) {
        Collection<String> his = groups == null ? List.of() : groups;
        return roles.entrySet().stream()
                .filter(mapped -> his.stream().anyMatch(mapped.getKey()::equalsIgnoreCase))
                .flatMap(mapped -> mapped.getValue().stream())
                .collect(Collectors.toSet());
    }
}
