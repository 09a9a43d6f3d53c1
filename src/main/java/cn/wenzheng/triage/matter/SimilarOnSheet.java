package cn.wenzheng.triage.matter;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.petition.PetitionLine;
import cn.wenzheng.petition.PetitionSheets;
import cn.wenzheng.petition.SimilarPetitions;
import cn.wenzheng.triage.SameMatter;
import cn.wenzheng.triage.Similar;
import java.util.List;
import org.springframework.stereotype.Component;

/** Tells a reader which petitions may be about the same matter: of those found the ones he may see, as he may see them. */
@Component
class SimilarOnSheet implements SimilarPetitions {

    private final SameMatter matter;
    private final PetitionSheets sheets;

    SimilarOnSheet(SameMatter matter, PetitionSheets sheets) {
        this.matter = matter;
        this.sheets = sheets;
    }

    @Override
    public List<Like> of(String petition, Actor actor) {
        List<Similar> near = matter.near(petition);
        if (near.isEmpty()) {
            return List.of();
        }
        List<PetitionLine> visible =
                sheets.lines(near.stream().map(Similar::number).toList(), actor);
        return near.stream()
                .flatMap(similar -> visible.stream()
                        .filter(line -> line.number().equals(similar.number()))
                        .map(line -> like(similar, line)))
                .toList();
    }

    private static Like like(Similar similar, PetitionLine line) {
        return new Like(
                line.number(),
                line.status(),
                line.gist(),
                line.receivedAt(),
                similar.open(),
                similar.certainty(),
                similar.reasons());
    }
}
