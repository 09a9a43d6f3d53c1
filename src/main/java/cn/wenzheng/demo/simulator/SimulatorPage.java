package cn.wenzheng.demo.simulator;

import cn.wenzheng.access.CurrentActor;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where whoever runs the demo city speaks as a citizen and watches the answer arrive. */
@Controller("simulatedSimulatorPage")
@Profile("demo")
class SimulatorPage {

    private final Hearing hearing;
    private final Behaviours behaviours;
    private final Trickle trickle;
    private final CurrentActor current;

    SimulatorPage(Hearing hearing, Behaviours behaviours, Trickle trickle, CurrentActor current) {
        this.hearing = hearing;
        this.behaviours = behaviours;
        this.trickle = trickle;
        this.current = current;
    }

    @GetMapping("/demo/simulator")
    ModelAndView show(
            @RequestParam(defaultValue = "weibo") String channel, @RequestParam(defaultValue = "") String user) {
        SimulatorDesk.mayRunTheDemo(current.get());
        Platform platform = Platform.of(channel);
        return new ModelAndView("demo/simulator")
                .addObject("platforms", List.of(Platform.values()))
                .addObject("platform", platform)
                .addObject("user", user.isBlank() ? "citizen-1" : user)
                .addObject("scene", hearing.scene(platform))
                .addObject("switches", Switch.of(platform))
                .addObject("behaviour", behaviours.of(platform))
                .addObject("perHour", trickle.perHour());
    }
}
