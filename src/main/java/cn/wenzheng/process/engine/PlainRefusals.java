package cn.wenzheng.process.engine;

import cn.wenzheng.organization.Refusal;
import cn.wenzheng.process.RequestFailures;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/** Takes a desk's refusal out of the exceptions that the engine has wrapped around it. */
final class PlainRefusals extends CommandInterceptor {

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (RuntimeException wrapped) {
            Refusal refusal = Refusal.behind(wrapped);
            RuntimeException plain = refusal == null ? wrapped : refusal;
            RequestFailures.note(plain);
            throw plain;
        }
    }
}
