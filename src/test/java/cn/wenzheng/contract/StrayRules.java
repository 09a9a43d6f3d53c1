package cn.wenzheng.contract;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The code keeps nothing for a model that no model asks for. */
public final class StrayRules {

    private static final String ROOM = "cn.wenzheng.process.";

    /** Stands at every user task, whatever its name. */
    private static final String ONE_FOR_ALL = "TaskCompletion";

    private StrayRules() {}

    /** Delegates and listeners no model names. */
    public static List<String> findings(List<BpmnModel> models) {
        Findings findings = new Findings("process");
        Set<String> named = new HashSet<>();
        for (BpmnModel model : models) {
            Expressions asked = Expressions.of(model);
            asked.beans().forEach(bean -> named.add(Words.type(bean)));
            asked.calls().forEach(call -> named.add(Words.type(call.substring(0, call.indexOf('.')))));
            model.all("userTask").forEach(task -> named.add(Words.word(task.getAttribute("id")) + "Completed"));
        }
        new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(ROOM + "task", ROOM + "completed")
                        .stream()
                        .filter(type -> type.isAnnotatedWith(Component.class))
                        .map(JavaClass::getSimpleName)
                        .filter(name -> !ONE_FOR_ALL.equals(name))
                        .forEach(name -> findings.expect(named.contains(name), name, "is named by no model"));
        return findings.lines();
    }
}
