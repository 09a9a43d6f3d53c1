package cn.wenzheng.channel.open311;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.organization.Role;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.ModelAndView;

/** Where an administrator sets how topics are offered to programs of citizens. */
@Controller
@Tag(name = "channels", description = "渠道 · Channels")
class ServiceApi {

    private final Services services;
    private final CurrentActor current;

    ServiceApi(Services services, CurrentActor current) {
        this.services = services;
        this.current = current;
    }

    /** What is set; what is absent is no. */
    record Setting(
            @JsonProperty("private") @Nullable Boolean isPrivate,
            @Nullable Boolean batch,
            @Nullable List<Attribute> attributes) {}

    /** How one topic is offered. */
    record Offered(
            String code,
            String name,
            @JsonProperty("private") boolean isPrivate,
            boolean batch,
            List<Attribute> attributes) {}

    @GetMapping("/admin/channels/open311")
    ModelAndView page() {
        requireReader();
        return new ModelAndView("channel/open311").addObject("services", services.all());
    }

    @Operation(summary = "Open311 服务设置 · How topics are offered", description = "For administrators and auditors.")
    @GetMapping("/api/admin/open311/services")
    @ResponseBody
    List<Offered> all() {
        requireReader();
        return services.all().stream()
                .map(one -> new Offered(one.code(), one.path(), one.isPrivate(), one.batch(), one.own()))
                .toList();
    }

    @Operation(
            summary = "设置 Open311 服务 · Set how a topic is offered",
            description = "Private: nobody outside sees its requests. Batch: a token first. Without attributes the"
                    + " questions stay as they are. For administrators.")
    @PutMapping("/api/admin/open311/services/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void set(@PathVariable String id, @RequestBody Setting setting) {
        services.set(
                id,
                Boolean.TRUE.equals(setting.isPrivate()),
                Boolean.TRUE.equals(setting.batch()),
                setting.attributes(),
                current.get());
    }

    private void requireReader() {
        Actor actor = current.get();
        if (!actor.hasAny(Role.ADMIN, Role.AUDITOR)) {
            throw Refusal.forbidden("role-never-may");
        }
    }
}
