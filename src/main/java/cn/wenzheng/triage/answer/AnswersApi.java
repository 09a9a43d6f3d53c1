package cn.wenzheng.triage.answer;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.access.Listing;
import cn.wenzheng.access.Window;
import cn.wenzheng.organization.Actor;
import cn.wenzheng.triage.AnswerTemplate;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Prepared answers over HTTP. */
@RestController
@RequestMapping("/api/answers")
@Tag(name = "answers", description = "答复模板和知识库 · Prepared answers and knowledge base")
class AnswersApi {

    private final AnswerDesk desk;
    private final CurrentActor current;

    AnswersApi(AnswerDesk desk, CurrentActor current) {
        this.desk = desk;
        this.current = current;
    }

    @GetMapping
    @Operation(summary = "查找答复模板和知识 · Find prepared answers and knowledge")
    Listing<AnswerTemplate> answers(@ParameterObject AnswerSearch search) {
        Window window = Window.of(search.page(), search.size());
        List<AnswerTemplate> found = desk.find(search, current.get());
        return new Listing<>(
                found.stream().skip(window.offset()).limit(window.size()).toList(), found.size());
    }

    @GetMapping("/{id}")
    @Operation(summary = "一条答复 · One prepared answer")
    AnswerTemplate answer(@PathVariable String id) {
        return desk.one(id, current.get());
    }

    @PostMapping
    @Operation(
            summary = "新增一条答复 · Add a prepared answer",
            description = "The text may have the gaps {number} and {unit}; a piece of knowledge names its source.")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void add(@RequestBody AnswerAsked asked) {
        Actor actor = keeper();
        desk.add(asked.template(), actor);
    }

    @PutMapping("/{id}")
    @Operation(summary = "修改或停用一条答复 · Change a prepared answer, or stop using it")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void change(@PathVariable String id, @RequestBody AnswerAsked asked) {
        Actor actor = keeper();
        desk.one(id, actor);
        desk.change(asked.about(id).template(), actor);
    }

    /** Who may not ask hears that before he hears what is wrong with the question. */
    private Actor keeper() {
        Actor actor = current.get();
        AnswerDesk.requireKeeper(actor);
        return actor;
    }
}
