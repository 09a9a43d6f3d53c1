package cn.wenzheng.petition.web;

import cn.wenzheng.access.CurrentActor;
import cn.wenzheng.access.Listing;
import cn.wenzheng.petition.Channel;
import cn.wenzheng.petition.PetitionKind;
import cn.wenzheng.petition.PetitionOrder;
import cn.wenzheng.petition.PetitionStatus;
import cn.wenzheng.petition.PetitionViews;
import cn.wenzheng.petition.PetitionViews.PetitionView;
import cn.wenzheng.petition.Urgency;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own views of the list of petitions. */
@RestController
@Tag(name = "petitions", description = "诉求 · Petitions")
@RequestMapping("/api/views")
class ViewApi {

    private final PetitionViews views;
    private final CurrentActor current;
    private final Clock clock;

    ViewApi(PetitionViews views, CurrentActor current, Clock clock) {
        this.views = views;
        this.current = current;
        this.clock = clock;
    }

    /** A name and the list it stands for. */
    record NewView(
            @Nullable String name,
            @Nullable PetitionStatus status,
            @Nullable String unit,
            @Nullable String category,
            @Nullable Channel channel,
            @Nullable PetitionKind kind,
            @Nullable Urgency urgency,
            @Nullable Boolean overdue,
            @Nullable String from,
            @Nullable String to,
            @Nullable String matter,
            @Nullable Boolean alone,
            @Nullable String q,
            @Nullable PetitionOrder sort,
            @Nullable Boolean reversed) {

        PetitionSearch search() {
            return new PetitionSearch(
                    status, unit, category, channel, kind, urgency, overdue, from, to, matter, alone, q, sort, reversed,
                    null);
        }
    }

    @Operation(summary = "我保存的视图 · My saved views")
    @GetMapping
    Listing<PetitionView> mine() {
        List<PetitionView> mine = views.of(current.get());
        return new Listing<>(mine, mine.size());
    }

    @Operation(summary = "保存视图 · Save a view")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    PetitionView save(@RequestBody NewView view) {
        PetitionSearch search = view.search();
        search.filter(clock.getZone());
        return views.save(view.name(), search.query(), current.get());
    }

    @Operation(summary = "删除视图 · Delete a view")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable long id) {
        views.remove(id, current.get());
    }
}
