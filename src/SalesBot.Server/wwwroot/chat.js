import { token } from './practice.js';

// The page's own, which follows its language.
const font = 'var(--font)';
const style = {
  accent: '#0b5c5e', subtle: '#5c6b76', primaryFont: font, backgroundColor: 'transparent', rootHeight: '100%',
  bubbleBackground: '#fff', bubbleBorderColor: '#e1e7ea', bubbleBorderRadius: 12, bubbleTextColor: '#17222b', bubbleMaxWidth: 560,
  bubbleFromUserBackground: '#0b5c5e', bubbleFromUserBorderColor: '#0b5c5e', bubbleFromUserBorderRadius: 12, bubbleFromUserTextColor: '#fff',
  suggestedActionBorderRadius: 18, suggestedActionBorderColor: '#0b5c5e', suggestedActionTextColor: '#0b5c5e', suggestedActionBorderWidth: 1, suggestedActionHeight: 36, suggestedActionLayout: 'flow',
  sendBoxBackground: '#fff', sendBoxBorderTop: 'none', sendBoxHeight: 46, sendBoxTextWrap: true, sendBoxTextColor: '#17222b',
  hideUploadButton: false, uploadAccept: '.pdf,.doc,.docx,.xls,.xlsx,.ppt,.pptx,.png,.jpg,.jpeg,.webp,.txt,.csv', timestampFormat: 'absolute', adaptiveCardsMaxVersion: '1.5', cardEmphasisBackgroundColor: '#f3f6f7',
};
const foregroundColors = {
  default: { default: '#17222b', subtle: '#5c6b76' }, accent: { default: '#0b5c5e', subtle: '#3d7f80' },
  good: { default: '#2b7a3f', subtle: '#4c8f5d' }, warning: { default: '#9a6200', subtle: '#a8762a' }, attention: { default: '#c8372d', subtle: '#cf5a52' },
};
const cardHost = {
  fontFamily: font, supportsInteractivity: true,
  fontSizes: { small: 13, default: 15, medium: 16, large: 19, extraLarge: 24 },
  spacing: { small: 6, default: 8, medium: 12, large: 18, extraLarge: 24, padding: 14 },
  separator: { lineThickness: 1, lineColor: '#e1e7ea' },
  actions: { actionsOrientation: 'horizontal', actionAlignment: 'left', buttonSpacing: 8, maxActions: 20, showCard: { actionMode: 'inline' }, spacing: 'default' },
  containerStyles: {
    default: { backgroundColor: '#ffffff', foregroundColors }, emphasis: { backgroundColor: '#f3f6f7', foregroundColors }, accent: { backgroundColor: '#e3f0f0', foregroundColors },
    good: { backgroundColor: '#e6f3e9', foregroundColors }, warning: { backgroundColor: '#fbf1de', foregroundColors }, attention: { backgroundColor: '#fbeae9', foregroundColors },
  },
  factSet: { title: { color: 'default', size: 'default', isSubtle: true, weight: 'default', wrap: true, maxWidth: 220 }, value: { color: 'default', size: 'default', weight: 'default', wrap: true }, spacing: 12 },
};

// Connection states of botframework-directlinejs.
const ONLINE = 2, EXPIRED = 3, FAILED = 4, ENDED = 5;

/**
 * Web Chat writes times in the browser's zone, the bot speaks in the person's. What the page shows is moved by the difference, so that both agree;
 * the order of messages does not depend on it.
 */
function inZone(action, timeZone) {
  const { activity } = action.payload;
  const at = new Date(activity.timestamp);
  const wall = zone => Date.parse(`${at.toLocaleString('sv-SE', { timeZone: zone })}Z`);
  const timestamp = new Date(at.getTime() + wall(timeZone) - wall(undefined)).toISOString();
  return { ...action, payload: { ...action.payload, activity: { ...activity, timestamp } } };
}

/**
 * Shows one person's conversation in an element. When the connection is over for good (an expired token after a long sleep, a service that was
 * away too long) it is opened anew with a fresh token, ever more slowly; the history comes back with it.
 */
export function openChat(element, { person, locale, words, onCount, onLost }) {
  let closed = false, directLine, store, wait = 1000, timer;

  async function connect() {
    try {
      const fresh = await token(person);
      if (closed) return;
      directLine = window.WebChat.createDirectLine({ token: fresh, domain: `${location.origin}/v3/directline`, webSocket: true, conversationStartProperties: { locale } });
      directLine.connectionStatus$.subscribe(status => {
        if (closed) return;
        if (status === ONLINE) { wait = 1000; onLost(false); }
        if (status === EXPIRED || status === FAILED || status === ENDED) again();
      });
      render();
    } catch {
      again();
    }
  }

  function again() {
    if (closed) return;
    onLost(true);
    clearTimeout(timer);
    timer = setTimeout(connect, wait);
    wait = Math.min(wait * 2, 15000);
  }

  function render() {
    store = window.WebChat.createStore({}, () => next => action => next(action.type === 'DIRECT_LINE/INCOMING_ACTIVITY' ? inZone(action, person.timeZone) : action));
    store.subscribe(() => {
      if (closed) return;
      const { activities, connectivityStatus } = store.getState();
      const shown = activities.filter(a => a.type === 'message').length;
      if (shown > 0 || connectivityStatus === 'connected') onCount(shown);
    });
    // React keeps what it rendered in an element; a fresh element starts a fresh chat.
    const root = document.createElement('div');
    root.style.height = '100%';
    element.replaceChildren(root);
    window.WebChat.renderWebChat({
      directLine, store, locale, userID: person.key, username: person.name, styleOptions: style, adaptiveCardsHostConfig: cardHost,
      overrideLocalizedStrings: strings => ({ ...strings, TEXT_INPUT_PLACEHOLDER: element.clientWidth < 600 ? words.sendShort : words.send }),
    }, root);
  }

  connect();
  return {
    say: text => store?.dispatch({ type: 'WEB_CHAT/SEND_MESSAGE', payload: { text, method: 'keyboard' } }),
    close() {
      closed = true;
      clearTimeout(timer);
      directLine?.end();
    },
  };
}
