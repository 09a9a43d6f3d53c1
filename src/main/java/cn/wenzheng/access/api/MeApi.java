package cn.wenzheng.access.api;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.organization.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells a caller who he is, and gives a page the token its writes must carry. */
@RestController
@Tag(name = "access", description = "登录 · Login")
class MeApi {

    private final CurrentActor current;
    private final OrganizationDesk organization;

    MeApi(CurrentActor current, OrganizationDesk organization) {
        this.current = current;
        this.organization = organization;
    }

    record Me(
            String id,
            String name,
            Set<Role> roles,
            @Nullable String unit,
            String unitName) {}

    /** Header and value that a write within a session must carry. */
    record Token(String headerName, String token) {}

    @GetMapping("/api/me")
    @Operation(summary = "当前登录的人 · Who is logged in")
    Me me() {
        Actor actor = current.get();
        return new Me(actor.id(), actor.name(), actor.roles(), actor.unit(), organization.unitName(actor.unit()));
    }

    @GetMapping("/api/csrf")
    @Operation(summary = "会话写操作的令牌 · The token for writes within a session")
    Token csrf(CsrfToken token) {
        return new Token(token.getHeaderName(), token.getToken());
    }
}
