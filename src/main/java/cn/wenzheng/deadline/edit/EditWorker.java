package cn.wenzheng.deadline.edit;

import cn.wenzheng.access.OneHand;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** The node's one hand for edits of calendars: looks at what is asked for, and counts anew what older ones have counted. */
@Component
class EditWorker extends OneHand {

    private static final Duration LOOK = Duration.ofSeconds(10);

    private final EditRows edits;
    private final Preview preview;
    private final CountingAnew counting;

    EditWorker(EditRows edits, Preview preview, CountingAnew counting) {
        super("calendar-edits", LOOK);
        this.edits = edits;
        this.preview = preview;
        this.counting = counting;
    }

    @Override
    protected boolean step() {
        return took(edits::isAnyWaiting) && (took(counting::step) || took(preview::step));
    }
}
