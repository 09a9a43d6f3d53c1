package cn.wenzheng.petition;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What the city words itself.
 *
 * @param acceptedAnswer the first answer to the citizen when the operator writes none of his own
 */
@Validated
@ConfigurationProperties("wenzheng.petition")
record PetitionSettings(
        @NotBlank @Size(max = PetitionCommand.NOTE) String acceptedAnswer) {}
