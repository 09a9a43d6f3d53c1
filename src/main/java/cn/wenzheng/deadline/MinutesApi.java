package cn.wenzheng.deadline;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.PetitionMinutes.Shares;
import cn.wenzheng.petition.PetitionSheets;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Whose minutes a petition's life was, for programs. */
@RestController
@Tag(name = "deadlines")
class MinutesApi {

    private final Minutes minutes;
    private final PetitionSheets sheets;
    private final CurrentActor current;

    MinutesApi(Minutes minutes, PetitionSheets sheets, CurrentActor current) {
        this.minutes = minutes;
        this.sheets = sheets;
        this.current = current;
    }

    @GetMapping("/api/petitions/{number}/minutes")
    @Operation(
            summary = "责任时间 · Whose minutes",
            description = "Every minute since the arrival has one owner: the centre, a lead unit or the petitioner; the"
                    + " parts' minutes add up to the age. Assisting units stand beside. For staff by right.")
    Shares minutes(@PathVariable String number) {
        if (!sheets.visible(number, current.get())) {
            throw Refusal.notFound();
        }
        return minutes.of(number);
    }
}
