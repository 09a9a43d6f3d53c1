package cn.wenzheng.channel.outbox;

import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How answers leave, and what the city says around them; {0} is the petition's number.
 *
 * @param callWithin the longest one call to a platform may take in all; then nobody knows what became of it
 * @param lookAgain how often to look whether an account that is switched off is back
 * @param decideWithin until when a person should decide about an answer that does not go out by itself
 * @param keepWords how long the words of a message are kept after it is over
 * @param numberLine added to a text that does not name the number
 * @param linkLine added where only the citizen reads; {0} is the address of his page
 * @param noticeLine a platform's template; {1} is what is told
 * @param publicNote said in public instead of words that are for the citizen alone; {1} is what is told, {2} when
 * @param dispatchedNote said in public when the operator wants it; {1} is the unit
 */
@Validated
@ConfigurationProperties("wenzheng.delivery")
record OutboxSettings(
        @DefaultValue("PT25S") Duration callWithin,
        @DefaultValue("PT5M") Duration lookAgain,
        @DefaultValue("PT4H") Duration decideWithin,
        @DefaultValue("P365D") Duration keepWords,
        @NotBlank String numberLine,
        @NotBlank String linkLine,
        @NotBlank String noticeLine,
        @NotBlank String publicNote,
        @NotBlank String dispatchedNote) {}
