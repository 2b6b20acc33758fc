/**
 * An X authority file with one secret that holds for whatever display number the server picks.
 * Its format is libXau's: big-endian family, then four strings, each with its length before it.
 *
 * @param {Buffer} cookie 16 random bytes
 */
export function xAuthority(cookie) {
  const word = (value) => Buffer.from([value >> 8, value & 0xff]);
  const text = (value) => Buffer.concat([word(value.length), Buffer.from(value)]);
  const anyAddress = word(0xffff);
  return Buffer.concat([anyAddress, text(''), text(''), text('MIT-MAGIC-COOKIE-1'), text(cookie)]);
}

/** A session bus that starts nothing by itself: what is on it is what we put there, and nothing is left behind. */
export function busConfiguration(folder) {
  return `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir=${folder}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;
}

/**
 * Alerts stay on the screen until they are clicked, closed or withdrawn, duplicates stay apart so that each can be
 * counted, and closed ones stay in the history (`dunstctl close-all`, then `dunstctl history`). The history leaves
 * out how urgent each was, so it is written there as the category; where an alert asks for the desktop's own time
 * on the screen, and not for one without end, the history shows these 10 hours.
 */
export function dunstConfiguration() {
  return `[global]
  monitor = 0
  origin = top-right
  width = 380
  notification_limit = 20
  stack_duplicates = false
  sticky_history = true
  history_length = 1000
  idle_threshold = 0
  show_indicators = false
  mouse_left_click = do_action, close_current
[urgency_low]
  timeout = 10h
  set_category = low
[urgency_normal]
  timeout = 10h
  set_category = normal
[urgency_critical]
  timeout = 10h
  set_category = critical
`;
}
