import type { Flag, Global, Text, Value } from './elements.ts';

type Method = 'get' | 'post' | 'dialog' | undefined;
type Encoding = 'application/x-www-form-urlencoded' | 'multipart/form-data' | undefined;

export interface Form extends Global {
  readonly action?: Text;
  readonly method?: Method;
  readonly enctype?: Encoding;
  readonly novalidate?: Flag;
  readonly autocomplete?: Text;
  readonly name?: Text;
}

export interface Control extends Global {
  readonly name?: Text;
  readonly value?: Value;
  readonly disabled?: Flag;
  readonly form?: Text;
  readonly required?: Flag;
  readonly autocomplete?: Text;
}

export interface Input extends Control {
  readonly type?:
    | 'text'
    | 'email'
    | 'tel'
    | 'url'
    | 'search'
    | 'password'
    | 'number'
    | 'date'
    | 'time'
    | 'datetime-local'
    | 'month'
    | 'checkbox'
    | 'radio'
    | 'file'
    | 'hidden'
    | 'submit'
    | 'range'
    | 'color'
    | undefined;
  readonly checked?: Flag;
  readonly placeholder?: Text;
  readonly maxlength?: number | undefined;
  readonly minlength?: number | undefined;
  readonly min?: Value;
  readonly max?: Value;
  readonly step?: Value;
  readonly pattern?: Text;
  readonly size?: number | undefined;
  readonly accept?: Text;
  readonly capture?: 'user' | 'environment' | undefined;
  readonly multiple?: Flag;
  readonly readonly?: Flag;
  readonly list?: Text;
}

export interface TextArea extends Control {
  readonly rows?: number | undefined;
  readonly cols?: number | undefined;
  readonly maxlength?: number | undefined;
  readonly minlength?: number | undefined;
  readonly placeholder?: Text;
  readonly readonly?: Flag;
  readonly wrap?: 'soft' | 'hard' | undefined;
}

export interface Button extends Control {
  readonly type?: 'submit' | 'button' | 'reset' | undefined;
  readonly formaction?: Text;
  readonly formmethod?: Method;
  readonly formenctype?: Encoding;
  readonly formnovalidate?: Flag;
  readonly popovertarget?: Text;
}
