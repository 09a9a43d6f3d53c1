package cn.wenzheng.triage.matter;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.access.Listing;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Refusal;
import cn.wenzheng.petition.PetitionSheets;
import cn.wenzheng.petition.SimilarPetitions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What has been said before, over HTTP. */
@RestController
@Tag(name = "petitions", description = "诉求 · Petitions")
class SimilarApi {

    private final SimilarPetitions similar;
    private final PetitionSheets sheets;
    private final CurrentActor current;

    SimilarApi(SimilarPetitions similar, PetitionSheets sheets, CurrentActor current) {
        this.similar = similar;
        this.sheets = sheets;
        this.current = current;
    }

    @Operation(
            summary = "可能是同一件事的诉求 · Petitions that may be about the same matter",
            description = "A moment after a petition has come in: at most five, the surest first, with what both name;"
                    + " a suggestion, nothing is decided by it. Petitions the caller may not see are left out.")
    @GetMapping("/api/petitions/{number}/similar")
    Listing<SimilarPetitions.Like> similar(@PathVariable String number) {
        Actor actor = current.get();
        if (!sheets.visible(number, actor)) {
            throw Refusal.notFound();
        }
        List<SimilarPetitions.Like> found = similar.of(number, actor);
        return new Listing<>(found, found.size());
    }
}
