/** Leads from the form straight to the path; without this script the form leads to the list of meetings. */
class ChooseMeeting extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    form?.addEventListener('submit', (event) => {
      const chosen = new FormData(form);
      const value = (name: string) => String(chosen.get(name) ?? '');
      // Ids of the form itself; anything else would not be an address of this site.
      if (![value('meeting'), value('minutes')].every((part) => /^[a-z0-9-]+$/.test(part))) return;
      event.preventDefault();
      const known = value('know') === '' ? '' : `?know=${encodeURIComponent(value('know'))}`;
      location.assign(`${form.action}${value('meeting')}/${known}#minutes-${value('minutes')}`);
    });
  }
}
customElements.define('choose-meeting', ChooseMeeting);
