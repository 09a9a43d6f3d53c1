package cn.wenzheng.access.web;

import cn.wenzheng.access.Sentences;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** Gives every template, those of errors too, the frame and the sentences it speaks in. */
@Configuration(proxyBeanMethods = false)
class PageVariables {

    PageVariables(ThymeleafViewResolver views, Frame frame, Times times, Phrases phrases, Sentences sentences) {
        views.addStaticVariable("frame", frame);
        views.addStaticVariable("times", times);
        views.addStaticVariable("phrases", phrases);
        views.addStaticVariable("sentences", sentences);
    }
}
