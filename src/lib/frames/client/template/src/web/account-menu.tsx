/** In the header, who is signed in; without a server nobody is. */
export const AccountMenu = () => null;
