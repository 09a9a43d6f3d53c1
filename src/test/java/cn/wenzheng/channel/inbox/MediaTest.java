package cn.wenzheng.channel.inbox;

import static cn.wenzheng.channel.inbox.CallbackTest.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cn.wenzheng.organization.Actor;
import cn.wenzheng.organization.Door;
import cn.wenzheng.petition.Arrivals;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;

/** Pictures come after the words, cleaned; what is not to be had is noted and holds up nothing. */
class MediaTest extends PostOfficeScene {

    @Autowired
    private MediaWorker media;

    @Test
    void aPictureIsFetchedAfterTheAnswerAndKeptAsTheCitizens() {
        platform.pictures.put(id("p"), picture());
        pushed(with(message("a", "路灯坏了"), "media", List.of(id("p"))));
        media.call();
        await().until(() -> sheet(petition("a")).path("attachments").size() == 1);
        assertThat(count("inbound_media WHERE media = ? AND state = 'KEPT' AND content IS NULL", id("p")))
                .isOne();
    }

    @Test
    void aPictureAloneIsAPetitionThatSaysSo() {
        platform.pictures.put(id("p"), picture());
        pushed(with(message("a", ""), "media", List.of(id("p"))));
        assertThat(sheet(petition("a")).path("text").asText()).isEqualTo("［图片］");
    }

    @Test
    void x9APictureThatIsGoneIsNotedAndTheCaseStands() {
        pushed(with(message("a", "路灯坏了"), "media", List.of(id("gone"))));
        media.call();
        await().until(() -> noted(petition("a"), "attachment-lost"));
        engine.beginsWhatArrived();
        assertStandsAt(petition("a"), "AcceptPetition");
    }

    @Test
    void aRecordingIsNoAttachmentOfTheHouseAndTheCaseSaysSo() {
        pushed(with(message("a", ""), "voice", List.of(id("v"))));
        media.call();
        await().until(() -> noted(petition("a"), "attachment-not-kept"));
        assertThat(sheet(petition("a")).path("text").asText()).isEqualTo("［语音］");
        assertThat(count("inbound_media WHERE media = ? AND state = 'REFUSED'", id("v")))
                .isOne();
        engine.beginsWhatArrived();
        assertStandsAt(petition("a"), "AcceptPetition");
    }

    @Test
    void whatIsNoPictureIsNotKept() {
        platform.pictures.put(id("p"), "#!/bin/sh".getBytes());
        pushed(with(message("a", "路灯坏了"), "media", List.of(id("p"))));
        media.call();
        await().until(() -> noted(petition("a"), "attachment-not-kept"));
        assertThat(count("attachment WHERE petition = ?", petition("a"))).isZero();
    }

    @Test
    void aPlatformThatDoesNotAnswerIsAskedAgainLater() {
        platform.pictures.put(id("p"), picture());
        platform.slow.add(id("p"));
        pushed(with(message("a", "路灯坏了"), "media", List.of(id("p"))));
        media.call();
        await().until(() -> count("inbound_media WHERE media = ? AND tries = 1 AND held_until IS NULL", id("p")) == 1);
        rows.sql("UPDATE inbound_media SET next_at = '2026-01-01Z' WHERE media = ?")
                .param(id("p"))
                .update();
        media.call();
        await().until(() -> sheet(petition("a")).path("attachments").size() == 1);
    }

    @Test
    void whatNobodyExpectsIsCountedAndHoldsUpNoOtherPicture() {
        platform.pictures.put(id("p"), picture());
        platform.spoiled.add(id("x"));
        pushed(with(message("a", "路灯坏了"), "media", List.of(id("x"), id("p"))));
        media.call();
        await().until(() -> count("inbound_media WHERE media = ? AND state = 'KEPT'", id("p")) == 1);
        assertThat(count(
                        "inbound_media WHERE media = ? AND tries = 1 AND held_until IS NULL AND next_at > now()",
                        id("x")))
                .isOne();
        rows.sql("UPDATE inbound_media SET next_at = '2026-01-01Z', tries = 50 WHERE media = ?")
                .param(id("x"))
                .update();
        media.call();
        await().until(() -> noted(petition("a"), "attachment-lost"));
    }

    @Test
    void aPictureIsKeptAndEndedInOneTransaction(@Autowired MediaRows waiting, @Autowired Arrivals arrivals) {
        media.stop();
        pushed(with(message("a", "路灯坏了"), "media", List.of(id("p"))));
        MediaRows.Due due = mine(waiting);
        rows.sql("UPDATE inbound_media SET state = 'KEPT' WHERE id = ?")
                .param(due.id())
                .update();
        assertThatThrownBy(() -> arrivals.attach(
                        due.petition(), null, picture(), Actor.citizen(Door.CHANNEL), () -> waiting.end(due, "KEPT")))
                .isInstanceOf(ConcurrencyFailureException.class);
        assertThat(count("attachment WHERE petition = ?", due.petition()))
                .as("another node has kept it")
                .isZero();
        media.start();
    }

    @Test
    void whatIsStillWaitingGoesToThePetitionThatWasJoined(@Autowired MediaRows waiting) {
        media.stop();
        platform.pictures.put(id("p"), picture());
        pushed(message("a", "路灯坏了"));
        pushed(with(message("b", "照片"), "media", List.of(id("p"))));
        engine.beginsWhatArrived();
        MediaRows.Due before = mine(waiting);
        operator.caller()
                .post("/api/petitions/" + petition("b") + "/join", Map.of("to", petition("a")))
                .ok();
        assertThatThrownBy(() -> waiting.end(before, "KEPT"))
                .as("it was in hand for the other")
                .isInstanceOf(ConcurrencyFailureException.class);
        rows.sql("UPDATE inbound_media SET held_until = NULL WHERE id = ?")
                .param(before.id())
                .update();
        media.start();
        await().until(() -> sheet(petition("a")).path("attachments").size() == 1);
        assertThat(sheet(petition("b")).path("attachments")).isEmpty();
    }

    private MediaRows.Due mine(MediaRows waiting) {
        rows.sql("UPDATE inbound_media SET next_at = '2020-01-01Z', held_until = NULL WHERE media = ?")
                .param(id("p"))
                .update();
        MediaRows.Due due = waiting.claim(Instant.now()).orElseThrow();
        assertThat(due.media()).isEqualTo(id("p"));
        return due;
    }

    @Test
    void picturesGoAlongWhenAPetitionIsJoined() {
        pushed(message("a", "路灯坏了"));
        platform.pictures.put(id("p"), picture());
        pushed(with(message("b", "照片"), "media", List.of(id("p"))));
        engine.beginsWhatArrived();
        media.call();
        await().until(() -> sheet(petition("b")).path("attachments").size() == 1);
        operator.caller()
                .post("/api/petitions/" + petition("b") + "/join", Map.of("to", petition("a")))
                .ok();
        assertThat(sheet(petition("a")).path("attachments")).hasSize(1);
        assertThat(sheet(petition("b")).path("attachments")).isEmpty();
    }

    private boolean noted(String number, String event) {
        for (var entry : sheet(number).path("timeline")) {
            if (entry.path("event").asText().equals(event)) {
                return true;
            }
        }
        return false;
    }

    private static byte[] picture() {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB), "png", bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
