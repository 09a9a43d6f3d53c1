package cn.wenzheng.contract;

import static cn.wenzheng.contract.BpmnModel.camunda;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** How a model watches the time: an urging and a reminder before, a limit after, and the task goes on. */
public final class TimerRules {

    /** The tasks whose limit is watched; only the call-back carries a due date alone. */
    private static final Set<String> WATCHED =
            Set.of("Task_AcceptPetition", "Task_AssignPetition", "Task_HandlePetition", "Task_ReviewPetition");

    private final BpmnModel model;
    private final Findings findings;

    private TimerRules(BpmnModel model) {
        this.model = model;
        this.findings = new Findings(model.file());
    }

    /** Every timer that is missing or not as it should be. */
    public static List<String> findings(BpmnModel model) {
        TimerRules rules = new TimerRules(model);
        model.all("timerEventDefinition").forEach(rules::timer);
        model.all("userTask").stream()
                .filter(task -> WATCHED.contains(task.getAttribute("id")))
                .forEach(rules::watched);
        return rules.findings.lines();
    }

    /** A process that begins by the clock names an hour of the day; every other timer belongs to a limit. */
    private void timer(Element definition) {
        Element event = (Element) definition.getParentNode();
        if (event.getLocalName().equals("startEvent")) {
            String cycle = BpmnModel.child(definition, "timeCycle")
                    .map(Element::getTextContent)
                    .orElse("");
            findings.expect(cycle.matches("0 \\d+ \\d+ \\* \\* \\?"), event, "names no hour of the day");
            return;
        }
        String method = methodOf(Words.word(event.getAttribute("id")));
        findings.expect(
                dateOf(event).equals("#{petitionTimers." + method + "(execution)}"),
                event,
                "does not ask petitionTimers." + method);
        findings.expect(
                !isOnAUserTask(event) || event.getAttribute("cancelActivity").equals("false"),
                event,
                "takes the task away");
    }

    /** handlingDue from HandlingOverdue, handlingReminderDue from HandlingReminder. */
    private static String methodOf(String word) {
        String bean = Words.bean(word);
        return bean.endsWith("Overdue") ? bean.replaceAll("Overdue$", "Due") : bean + "Due";
    }

    private static String dateOf(Element event) {
        return BpmnModel.child(event, "timerEventDefinition")
                .flatMap(timer -> BpmnModel.child(timer, "timeDate"))
                .map(date -> date.getTextContent().strip())
                .orElse("");
    }

    private boolean isOnAUserTask(Element event) {
        return model.find(event.getAttribute("attachedToRef"))
                .filter(host -> host.getLocalName().equals("userTask"))
                .isPresent();
    }

    private void watched(Element task) {
        findings.expect(timerOn(task, "Urge").isPresent(), task, "urges nobody");
        findings.expect(timerOn(task, "Reminder").isPresent(), task, "has no reminder");
        findings.expect(timerOn(task, "Overdue").isPresent(), task, "has nothing that notices when it is overdue");
        findings.expect(
                timersOn(task, "Overdue").anyMatch(event -> dateOf(event).equals(camunda(task, "dueDate"))),
                task,
                "is due at another time than its timer");
    }

    private Optional<Element> timerOn(Element task, String ending) {
        return timersOn(task, ending).findFirst();
    }

    /** A task may have several limits of one kind: what is to be handled is to be signed for, too. */
    private Stream<Element> timersOn(Element task, String ending) {
        return model.all("boundaryEvent").stream()
                .filter(event -> event.getAttribute("attachedToRef").equals(task.getAttribute("id")))
                .filter(event -> event.getAttribute("id").endsWith(ending))
                .filter(event -> !dateOf(event).isEmpty());
    }
}
