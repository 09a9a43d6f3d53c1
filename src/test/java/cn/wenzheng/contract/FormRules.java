package cn.wenzheng.contract;

import cn.wenzheng.organization.ClosedList;
import cn.wenzheng.petition.PetitionCommand;
import cn.wenzheng.petition.delivery.DeliveryCommand;
import cn.wenzheng.supervision.SupervisionDesk;
import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A form asks, in Chinese, for the fields of the commands its task may end with, and for nothing else. */
public final class FormRules {

    private static final Map<String, List<Class<?>>> COMMANDS = Map.of(
            "clearAnswer", List.of(DeliveryCommand.Clear.class),
            "redirectAnswer", List.of(DeliveryCommand.Redirect.class),
            "settleAnswer", List.of(DeliveryCommand.Settle.class),
            "acceptPetition",
                    List.of(
                            PetitionCommand.Accept.class,
                            PetitionCommand.Refuse.class,
                            PetitionCommand.AnswerAtOnce.class,
                            PetitionCommand.AskBack.class,
                            PetitionCommand.Attach.class),
            "assignPetition", List.of(PetitionCommand.Assign.class),
            "arbitratePetition", List.of(PetitionCommand.Arbitrate.class),
            "handlePetition", List.of(PetitionCommand.Answer.class, PetitionCommand.NotOurs.class),
            "reviewPetition", List.of(PetitionCommand.Review.class),
            "closePetition", List.of(PetitionCommand.Close.class));

    /** The supervision desk has methods where the petition desk has commands. */
    private static final Map<String, String> SLIP_METHODS =
            Map.of("answerSlip", "report", "followSlip", "decide", "ruleOnSlip", "rule");

    private static final Set<String> NO_FIELDS = Set.of("slip", "actor");

    private final FormModel form;
    private final Findings findings;

    private FormRules(FormModel form) {
        this.form = form;
        this.findings = new Findings(form.file());
    }

    /** Everything the form does not ask, or not ask as it should. */
    public static List<String> findings(FormModel form) {
        FormRules rules = new FormRules(form);
        rules.head();
        rules.keys();
        form.fields().forEach(rules::field);
        return rules.findings.lines();
    }

    /** Forms no task shows and tasks whose form is missing. */
    public static List<String> strays(List<BpmnModel> models, List<FormModel> forms) {
        Findings findings = new Findings("forms");
        Set<String> shown = models.stream()
                .flatMap(model -> model.all("userTask").stream())
                .map(task -> BpmnModel.camunda(task, "formRef"))
                .collect(Collectors.toSet());
        Set<String> there = forms.stream().map(FormModel::id).collect(Collectors.toSet());
        shown.forEach(id -> findings.expect(there.contains(id), id, "is shown by a task but not there"));
        there.forEach(id -> findings.expect(shown.contains(id), id, "is shown by no task"));
        return findings.lines();
    }

    private void head() {
        findings.expect(Words.kebab(form.id()).equals(form.file()), form.id(), "does not give its file its name");
        expectText("executionPlatform", "Camunda Platform");
        expectText("executionPlatformVersion", "7.22.0");
        expectText("schemaVersion", "16");
        expectText("type", "default");
    }

    private void expectText(String property, String value) {
        findings.expect(form.json().path(property).asText().equals(value), property, "is not " + value);
    }

    private void keys() {
        Set<String> asked =
                form.fields().stream().map(field -> field.path("key").asText()).collect(Collectors.toSet());
        Set<String> wanted =
                fieldTypes().keySet().stream().map(name -> "form_" + name).collect(Collectors.toSet());
        asked.stream()
                .filter(key -> !wanted.contains(key))
                .forEach(key -> findings.expect(false, key, "is no field of the command"));
        wanted.stream()
                .filter(key -> !asked.contains(key))
                .forEach(key -> findings.expect(false, key, "is not asked for"));
    }

    private void field(JsonNode field) {
        String key = field.path("key").asText();
        List<String> labels = Stream.of("label", "dateLabel", "timeLabel")
                .filter(field::has)
                .map(label -> field.path(label).asText())
                .toList();
        findings.expect(!labels.isEmpty() && labels.stream().allMatch(Words::isChinese), key, "has no Chinese label");
        boolean isText = field.path("type").asText().startsWith("text");
        findings.expect(!isText || field.path("validate").path("maxLength").isInt(), key, "has no longest text");
        choices(field, key);
    }

    private void choices(JsonNode field, String key) {
        List<JsonNode> choices =
                StreamSupport.stream(field.path("values").spliterator(), false).toList();
        choices.forEach(choice -> findings.expect(
                Words.isChinese(choice.path("label").asText()), key, "has a choice without a Chinese label"));
        List<String> offered =
                choices.stream().map(choice -> choice.path("value").asText()).toList();
        Class<?> type = fieldTypes().get(key.replace("form_", ""));
        if (type != null && type.isEnum()) {
            List<String> codes = Arrays.stream(type.getEnumConstants())
                    .map(value -> ((ClosedList) value).code())
                    .toList();
            findings.expect(offered.equals(codes), key, "offers other choices than the closed list: " + offered);
        }
    }

    /** Name and type of every field; a form that ends with one of several commands asks for the decision first. */
    private Map<String, Class<?>> fieldTypes() {
        Map<String, Class<?>> types = new LinkedHashMap<>();
        List<Class<?>> commands = COMMANDS.getOrDefault(form.id(), List.of());
        if (commands.size() > 1) {
            types.put("decision", String.class);
        }
        commands.stream()
                .flatMap(command -> Arrays.stream(command.getRecordComponents()))
                .forEach((RecordComponent part) -> types.put(part.getName(), part.getType()));
        Arrays.stream(SupervisionDesk.class.getDeclaredMethods())
                .filter(method -> method.getName().equals(SLIP_METHODS.get(form.id())))
                .flatMap(method -> Arrays.stream(method.getParameters()))
                .filter(parameter -> !NO_FIELDS.contains(parameter.getName()))
                .forEach((Parameter part) -> types.put(part.getName(), part.getType()));
        return types;
    }
}
