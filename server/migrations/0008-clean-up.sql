-- Codes and messages go a while after they ended; the log keeps that they were.
grant delete on sms_code, sms_message to zhuji_app;
create index sms_code_expiry on sms_code (expires_at);
create index captcha_expiry on captcha (expires_at);
create index registration_attempt_expiry on registration_attempt (expires_at);
create index session_expiry on session (expires_at);
