package cn.wenzheng.channel.batch;

import cn.wenzheng.access.OneHand;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The node's one hand for imports: takes what waits, also what a node that died has left, and works on it. */
@Component
class ImportWorker extends OneHand {

    private static final Duration LOOK = Duration.ofSeconds(5);

    private final ImportRows rows;
    private final ImportRun run;
    private final UUID node = UUID.randomUUID();

    ImportWorker(ImportRows rows, ImportRun run) {
        super("imports", LOOK);
        this.rows = rows;
        this.run = run;
    }

    @Override
    protected boolean step() {
        Optional<Claim> claim = rows.claim(node);
        claim.ifPresent(taken -> run.run(taken, () -> !isRunning()));
        return claim.isPresent();
    }
}
