package cn.wenzheng.petition;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What the city words itself.
 *
 * @param acceptedAnswer the first answer to the citizen when the operator writes none of his own
 * @param extendedAnswer what the citizen reads when a unit gets more time: {0} is its reason, {1} the new end
 * @param joinedAnswer what the citizen reads when his petition {0} was joined with his earlier one {1}
 * @param howToObject what a citizen reads below a refusal: how to object to it, and what happens then
 * @param supplementWithin how long a petitioner who is asked for what is missing has for it
 * @param undoWithin how long a decision of intake may be taken back, and is told to nobody; shorter than the twenty seconds
 *     after which notices are mailed
 * @param reopenWindow how long after the close the citizen's words still go to the reviewer; measured from the close
 */
@Validated
@ConfigurationProperties("wenzheng.petition")
record PetitionSettings(
        @NotBlank @Size(max = PetitionCommand.NOTE) String acceptedAnswer,
        @NotBlank @Size(max = PetitionCommand.NOTE) String extendedAnswer,
        @NotBlank @Size(max = PetitionCommand.NOTE) String joinedAnswer,
        @NotBlank @Size(max = PetitionCommand.NOTE) String howToObject,
        @DefaultValue("PT72H") Duration reopenWindow,

        @DefaultValue("PT120H") @DurationMin(hours = 1) @DurationMax(days = 60)
        Duration supplementWithin,

        @DefaultValue("PT10S") @DurationMin(seconds = 0) @DurationMax(seconds = 15)
        Duration undoWithin) {

    CitizenRules citizenRules(Clock clock) {
        return new CitizenRules(reopenWindow, clock.getZone());
    }
}
