package cn.wenzheng.process.web;

import cn.wenzheng.organization.Category;
import cn.wenzheng.organization.OrganizationDesk;
import cn.wenzheng.petition.PetitionTask;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The lists that forms choose from; too long and too changeable to stand in a form or in a variable. */
@Component
class FormLists {

    private final OrganizationDesk organization;

    FormLists(OrganizationDesk organization) {
        this.organization = organization;
    }

    /** One choice of a select field. */
    record Option(String label, String value) {}

    /** The lists of a task's form under the names that its fields ask for. */
    Map<String, List<Option>> of(String task) {
        if (task.equals(PetitionTask.ACCEPT_PETITION.word())) {
            return Map.of("categories", categories());
        }
        boolean namesUnits =
                task.equals(PetitionTask.ASSIGN_PETITION.word()) || task.equals(PetitionTask.ARBITRATE_PETITION.word());
        return namesUnits ? Map.of("units", units()) : Map.of();
    }

    private List<Option> categories() {
        return organization.categories().stream()
                .filter(Category::leaf)
                .map(category -> new Option(organization.categoryPath(category.code()), category.code()))
                .toList();
    }

    private List<Option> units() {
        return organization.units().stream()
                .filter(unit -> !unit.isCentre())
                .map(unit -> new Option(unit.name(), unit.code()))
                .toList();
    }
}
