package cn.wenzheng.triage;

import cn.wenzheng.access.CurrentActor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What the house suggests for a petition, for programs. */
@RestController
@Tag(name = "triage", description = "受理建议 · Suggestions for acceptance")
class SuggestionApi {

    private final TriageDesk desk;
    private final CurrentActor current;

    SuggestionApi(TriageDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    @Operation(
            summary = "受理建议 · What the house suggests",
            description =
                    "Topic, kind, urgency, place and unit, each with a certainty from 0 to 1 and the words that speak"
                            + " for it; a person decides. For operators, dispatchers and reviewers; every look is journaled.")
    @GetMapping("/api/petitions/{number}/suggestion")
    Suggestion suggestion(@PathVariable String number) {
        return desk.suggestion(number, current.get());
    }
}
