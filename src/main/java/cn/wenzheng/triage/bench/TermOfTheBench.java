package cn.wenzheng.triage.bench;

import cn.wenzheng.triage.LeaseTerm;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Tells others how long the bench waits for a page that says nothing. */
@Component
class TermOfTheBench implements LeaseTerm {

    private final BenchSettings settings;

    TermOfTheBench(BenchSettings settings) {
        this.settings = settings;
    }

    @Override
    public Duration lapse() {
        return settings.lapse();
    }
}
