package cn.wenzheng.petition.web;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Role;
import cn.wenzheng.petition.CaseSheet;
import cn.wenzheng.petition.IntakeSuggestions;
import cn.wenzheng.petition.IntakeSuggestions.Suggested;
import cn.wenzheng.petition.PetitionStatus;
import cn.wenzheng.petition.SimilarPetitions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the house suggests beside a case sheet to those who decide at intake. */
@Component
class SheetSuggestions {

    /** So long it is open what the petition is about and whose it is. */
    private static final Set<PetitionStatus> OPEN = EnumSet.of(PetitionStatus.RECEIVED, PetitionStatus.ACCEPTED);

    private final ObjectProvider<IntakeSuggestions> suggestions;
    private final ObjectProvider<SimilarPetitions> similar;
    private final CurrentActor current;

    SheetSuggestions(
            ObjectProvider<IntakeSuggestions> suggestions,
            ObjectProvider<SimilarPetitions> similar,
            CurrentActor current) {
        this.suggestions = suggestions;
        this.similar = similar;
        this.current = current;
    }

    /** Its reasons are words of the petition, so that only who reads these gets it; null when there is nothing to say. */
    @Nullable
    Suggested of(CaseSheet sheet) {
        return OPEN.contains(sheet.status()) && !sheet.redacted() && decides(current.get())
                ? suggestions.stream()
                        .flatMap(room -> room.of(sheet.number()).stream())
                        .findFirst()
                        .orElse(null)
                : null;
    }

    /** Whether it is said once more. */
    List<SimilarPetitions.Like> similarTo(String number) {
        Actor actor = current.get();
        return decides(actor)
                ? similar.stream()
                        .flatMap(room -> room.of(number, actor).stream())
                        .toList()
                : List.of();
    }

    private static boolean decides(Actor actor) {
        return actor.hasAny(Role.OPERATOR, Role.DISPATCHER, Role.REVIEWER);
    }
}
