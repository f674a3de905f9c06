/* Sets language, direction and colours before the first paint, from this browser's saved choice. */
(() => {
  let language = null;
  let colours = null;
  try {
    language = localStorage.getItem('inquest.language');
    colours = localStorage.getItem('inquest.colours');
  } catch {
    /* Storage may be switched off; the page then follows the browser. */
  }
  const wanted = language ?? navigator.language;
  const persian = wanted === 'fa' || wanted.startsWith('fa-');
  document.documentElement.lang = persian ? 'fa' : 'en';
  document.documentElement.dir = persian ? 'rtl' : 'ltr';
  if (colours === 'light' || colours === 'dark') document.documentElement.dataset.theme = colours;
})();
