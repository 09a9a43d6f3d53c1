package cn.wenzheng.triage.matter;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What counts as said before.
 *
 * @param closedFor how long after its end a petition is still suggested
 * @param joinRepeats whether words that the same person sends again word for word join the earlier petition by
 *     themselves; otherwise they are marked for the operator
 * @param repeatFrom from how many signs on words sent again within three days are a repeat; later only long words are, for
 *     short ones may be said again of something new
 */
@Validated
@ConfigurationProperties("wenzheng.triage.matter")
record MatterSettings(
        @DefaultValue("P90D") Duration closedFor,
        @DefaultValue("true") boolean joinRepeats,
        @DefaultValue("8") int repeatFrom) {}
