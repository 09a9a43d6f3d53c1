package cn.wenzheng.deadline;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.access.Listing;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The ladder of reminders and slips, for programs. */
@RestController
@RequestMapping("/api/admin/ladder")
@Tag(name = "supervision", description = "督办 · Supervision")
class LadderApi {

    private final LadderDesk desk;
    private final CurrentActor current;

    LadderApi(LadderDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    @GetMapping
    @Operation(
            summary = "督办阶梯 · Supervision ladder",
            description = "All settings with their beginning, the last one first. For administrators, supervisors and"
                    + " auditors.")
    Listing<Ladder> ladders() {
        List<Ladder> ladders = desk.all(current.get());
        return new Listing<>(ladders, ladders.size());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "修改督办阶梯 · Change the supervision ladder",
            description =
                    "From validFrom on, at once without it. Limits that run stay as they are. For administrators and"
                            + " supervisors.")
    Ladder change(@RequestBody Ladder.Change change) {
        return desk.change(change, current.get());
    }
}
