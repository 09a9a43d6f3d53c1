package cn.wenzheng.petition.web;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Role;
import cn.wenzheng.petition.CaseSheet;
import cn.wenzheng.petition.IntakeSuggestions;
import cn.wenzheng.petition.IntakeSuggestions.Suggested;
import cn.wenzheng.petition.PetitionStatus;
import cn.wenzheng.petition.SimilarPetitions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the house suggests beside a case sheet to those who decide at intake. */
@Component
class SheetSuggestions {

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

    /**
     * While it waits for its acceptance, and for its first unit as long as what was accepted is what had been suggested. Its
     * reasons are words of the petition, so that only who reads these gets it; null when there is nothing to say.
     */
    @Nullable
    Suggested of(CaseSheet sheet) {
        return isOpen(sheet) && !sheet.redacted() && decides(current.get())
                ? suggestions.stream()
                        .flatMap(room -> room.of(sheet.number(), sheet.urgency()).stream())
                        .filter(suggested -> stands(sheet, suggested))
                        .findFirst()
                        .orElse(null)
                : null;
    }

    private static boolean isOpen(CaseSheet sheet) {
        return sheet.status() == PetitionStatus.RECEIVED
                || sheet.status() == PetitionStatus.ACCEPTED && sheet.units().isEmpty();
    }

    /** What the operator has accepted as something else is suggested no more. */
    private static boolean stands(CaseSheet sheet, Suggested suggested) {
        return sheet.status() == PetitionStatus.RECEIVED
                ? suggested.category() != null || !suggested.warnings().isEmpty()
                : suggested.category() != null && suggested.category().equals(sheet.category());
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
