package cn.wenzheng.petition.web;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.access.Listing;
import cn.wenzheng.petition.ReturnRules;
import cn.wenzheng.petition.ReturnRules.ReturnRule;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** After how many returns the supervision office rules, for programs. */
@RestController
@RequestMapping("/api/admin/returns")
@Tag(name = "rules", description = "规则 · Rules")
class ReturnRuleApi {

    private final ReturnRules rules;
    private final CurrentActor current;

    ReturnRuleApi(ReturnRules rules, CurrentActor current) {
        this.rules = rules;
        this.current = current;
    }

    record NewRule(@Nullable Integer returns) {}

    @GetMapping
    @Operation(
            summary = "退单次数的规定 · The rule on returns",
            description = "Newest first, the start value last. For administrators, supervisors and auditors.")
    Listing<ReturnRule> all() {
        List<ReturnRule> all = rules.all(current.get());
        return new Listing<>(all, all.size());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "改退单次数的规定 · Set the rule on returns",
            description = "The return by a lead that opens a ruling, 1 to 9; it counts from the next return on."
                    + " For administrators.")
    void set(@RequestBody NewRule rule) {
        rules.set(rule.returns(), current.get());
    }
}
