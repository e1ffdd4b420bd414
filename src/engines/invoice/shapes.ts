/** One child of an element: `type` is a kind of value, or the name of a part with children of its own. */
export interface Part {
  readonly name: string;
  readonly required: boolean;
  readonly many: boolean;
  readonly type: string;
}

export interface Shape {
  /** The children of each kind of element, in their order. */
  readonly parts: ReadonlyMap<string, readonly Part[]>;
  /** Must each amount say in which currency it is? */
  readonly amountsNameCurrency: boolean;
}

/**
 * The parts of UBL 2.1 that we read (OASIS UBL 2.1, os-UBL-2.1), one kind of element a line: its children in order, `!`
 * required, `*` repeatable, then the type after a colon (text where there is none).
 */
export const UBL_SHAPE: Shape = {
  amountsNameCurrency: true,
  parts: shape(`
    Invoice: CustomizationID ID! IssueDate!:date DueDate:date InvoiceTypeCode Note* DocumentCurrencyCode AccountingCost
      BuyerReference InvoicePeriod*:Period OrderReference:OrderReference BillingReference*:BillingReference
      AccountingSupplierParty!:Role AccountingCustomerParty!:Role PayeeParty:Party Delivery*:Delivery
      PaymentMeans*:PaymentMeans PaymentTerms*:PaymentTerms AllowanceCharge*:AllowanceCharge TaxTotal*:TaxTotal
      LegalMonetaryTotal!:MonetaryTotal InvoiceLine!*:InvoiceLine
    CreditNote: CustomizationID ID! IssueDate!:date CreditNoteTypeCode Note* DocumentCurrencyCode AccountingCost
      BuyerReference InvoicePeriod*:Period OrderReference:OrderReference BillingReference*:BillingReference
      AccountingSupplierParty!:Role AccountingCustomerParty!:Role PayeeParty:Party Delivery*:Delivery
      PaymentMeans*:PaymentMeans PaymentTerms*:PaymentTerms AllowanceCharge*:AllowanceCharge TaxTotal*:TaxTotal
      LegalMonetaryTotal!:MonetaryTotal CreditNoteLine!*:CreditNoteLine
    Role: Party:Party
    Party: EndpointID PartyIdentification*:PartyIdentification PartyName*:PartyName PostalAddress:Address
      PartyTaxScheme*:PartyTaxScheme PartyLegalEntity*:PartyLegalEntity Contact:Contact
    PartyIdentification: ID!
    PartyName: Name!
    Address: StreetName AdditionalStreetName BuildingNumber CityName PostalZone Country:Country
    Country: IdentificationCode
    PartyTaxScheme: CompanyID TaxScheme!:TaxScheme
    TaxScheme: ID Name
    PartyLegalEntity: RegistrationName CompanyID
    Contact: ID Name Telephone ElectronicMail
    Period: StartDate:date EndDate:date
    OrderReference: ID!
    BillingReference: InvoiceDocumentReference:DocumentReference
    DocumentReference: ID!
    Delivery: ActualDeliveryDate:date
    PaymentMeans: ID PaymentMeansCode! PaymentDueDate:date PaymentChannelCode InstructionID PaymentID*
      PayeeFinancialAccount:Account CreditAccount:CreditAccount PaymentMandate:Mandate
    Account: ID Name PaymentNote* FinancialInstitutionBranch:Branch
    Branch: ID Name FinancialInstitution:Institution
    Institution: ID
    CreditAccount: AccountID!
    Mandate: ID PayerFinancialAccount:Account
    PaymentTerms: ID PaymentMeansID* Note* Amount:amount PaymentDueDate:date SettlementPeriod:Period
    AllowanceCharge: ID ChargeIndicator!:flag AllowanceChargeReasonCode AllowanceChargeReason*
      MultiplierFactorNumeric:number Amount!:amount BaseAmount:amount TaxCategory*:TaxCategory
    TaxTotal: TaxAmount!:amount TaxSubtotal*:TaxSubtotal
    TaxSubtotal: TaxableAmount:amount TaxAmount!:amount TaxCategory!:TaxCategory
    TaxCategory: ID Name Percent:number TaxScheme!:TaxScheme
    MonetaryTotal: LineExtensionAmount:amount TaxExclusiveAmount:amount TaxInclusiveAmount:amount
      AllowanceTotalAmount:amount ChargeTotalAmount:amount PrepaidAmount:amount PayableRoundingAmount:amount
      PayableAmount!:amount
    InvoiceLine: ID! Note* InvoicedQuantity:number LineExtensionAmount!:amount AllowanceCharge*:AllowanceCharge
      TaxTotal*:TaxTotal Item!:Item Price:Price
    CreditNoteLine: ID! Note* CreditedQuantity:number LineExtensionAmount:amount TaxTotal*:TaxTotal
      AllowanceCharge*:AllowanceCharge Item:Item Price:Price
    Item: Description* Name CommodityClassification*:Classification ClassifiedTaxCategory*:TaxCategory
    Classification: ItemClassificationCode
    Price: PriceAmount!:amount BaseQuantity:number
  `),
};

/**
 * The parts of a Cross Industry Invoice (UN/CEFACT D16B, in the order of its schema) that we read, and those that stand
 * between them. How often: as the widest profile of Factur-X (EXTENDED, 1.09) has it, since D16B lets even the amount to be
 * paid stand twice. Its amounts need no currency of their own.
 */
export const CII_SHAPE: Shape = {
  amountsNameCurrency: false,
  parts: shape(`
    CrossIndustryInvoice: ExchangedDocumentContext!:Context ExchangedDocument!:Head SupplyChainTradeTransaction!:Trade
    Context: TestIndicator BusinessProcessSpecifiedDocumentContextParameter*
      GuidelineSpecifiedDocumentContextParameter:Parameter
    Parameter: ID
    Head: ID Name* TypeCode IssueDateTime:Moment CopyIndicator LanguageID* IncludedNote*:Note EffectiveSpecifiedPeriod
    Note: ContentCode Content SubjectCode
    Moment: DateTimeString!:date102
    Trade: IncludedSupplyChainTradeLineItem*:Line ApplicableHeaderTradeAgreement!:Agreement
      ApplicableHeaderTradeDelivery!:Delivery ApplicableHeaderTradeSettlement!:Settlement
    Agreement: BuyerReference SellerTradeParty!:Party BuyerTradeParty!:Party SellerTaxRepresentativeTradeParty:Party
      SellerOrderReferencedDocument BuyerOrderReferencedDocument:Reference ContractReferencedDocument
      AdditionalReferencedDocument* SpecifiedProcuringProject
    Party: ID* GlobalID* Name SpecifiedLegalOrganization:Organization DefinedTradeContact*:Contact
      PostalTradeAddress:Address URIUniversalCommunication:Communication SpecifiedTaxRegistration*:Registration
    Organization: ID TradingBusinessName
    Contact: PersonName DepartmentName TelephoneUniversalCommunication:Communication
      EmailURIUniversalCommunication:Communication
    Communication: URIID CompleteNumber
    Address: PostcodeCode LineOne LineTwo LineThree CityName CountryID
    Registration: ID!
    Reference: IssuerAssignedID
    Delivery: ShipToTradeParty ShipFromTradeParty ActualDeliverySupplyChainEvent:Event DespatchAdviceReferencedDocument
      ReceivingAdviceReferencedDocument
    Event: OccurrenceDateTime!:Moment
    Settlement: CreditorReferenceID PaymentReference TaxCurrencyCode InvoiceCurrencyCode InvoiceeTradeParty
      PayeeTradeParty:Party SpecifiedTradeSettlementPaymentMeans*:Means ApplicableTradeTax*:Tax
      BillingSpecifiedPeriod:Period SpecifiedTradeAllowanceCharge*:AllowanceCharge
      SpecifiedLogisticsServiceCharge*:LogisticsCharge SpecifiedTradePaymentTerms*:Terms
      SpecifiedTradeSettlementHeaderMonetarySummation!:Sums InvoiceReferencedDocument*:Reference
      ReceivableSpecifiedTradeAccountingAccount*:AccountingAccount
    Period: StartDateTime:Moment EndDateTime:Moment
    Means: TypeCode Information* ApplicableTradeSettlementFinancialCard PayerPartyDebtorFinancialAccount:Account
      PayeePartyCreditorFinancialAccount:Account PayeeSpecifiedCreditorFinancialInstitution:Institution
    Account: IBANID AccountName ProprietaryID
    Institution: BICID!
    Tax: CalculatedAmount:amount TypeCode! ExemptionReason BasisAmount:amount LineTotalBasisAmount:amount
      AllowanceChargeBasisAmount:amount CategoryCode ExemptionReasonCode TaxPointDate DueDateTypeCode
      RateApplicablePercent:number
    AllowanceCharge: ChargeIndicator!:Indicator SequenceNumeric CalculationPercent:number BasisAmount:amount
      BasisQuantity:number ActualAmount:amount ReasonCode Reason CategoryTradeTax:CategoryTax
    LineAllowanceCharge: ChargeIndicator!:Indicator CalculationPercent:number BasisAmount:amount ActualAmount!:amount
      ReasonCode Reason
    CategoryTax: TypeCode! CategoryCode! RateApplicablePercent:number
    Indicator: Indicator!:flag
    LogisticsCharge: Description! AppliedAmount!:amount AppliedTradeTax!*:CategoryTax
    Terms: Description DueDateDateTime:Moment DirectDebitMandateID
    Sums: LineTotalAmount:amount ChargeTotalAmount:amount AllowanceTotalAmount:amount TaxBasisTotalAmount:amount
      TaxTotalAmount*:amount RoundingAmount:amount GrandTotalAmount:amount TotalPrepaidAmount:amount
      DuePayableAmount:amount
    AccountingAccount: ID! TypeCode
    Line: AssociatedDocumentLineDocument!:LineHead SpecifiedTradeProduct:Product
      SpecifiedLineTradeAgreement:LineAgreement SpecifiedLineTradeDelivery:LineDelivery
      SpecifiedLineTradeSettlement!:LineSettlement
    LineHead: LineID ParentLineID LineStatusCode LineStatusReasonCode IncludedNote*
    Product: GlobalID SellerAssignedID BuyerAssignedID Name Description ApplicableProductCharacteristic*
      DesignatedProductClassification*:Classification OriginTradeCountry
    Classification: ClassCode
    LineAgreement: BuyerOrderReferencedDocument GrossPriceProductTradePrice:GrossPrice NetPriceProductTradePrice:Price
    Price: ChargeAmount:amount BasisQuantity:number AppliedTradeAllowanceCharge*
    GrossPrice: ChargeAmount!:amount BasisQuantity:number AppliedTradeAllowanceCharge*
    LineDelivery: BilledQuantity:number
    LineSettlement: ApplicableTradeTax*:Tax BillingSpecifiedPeriod:Period
      SpecifiedTradeAllowanceCharge*:LineAllowanceCharge SpecifiedTradeSettlementLineMonetarySummation:LineSums
      AdditionalReferencedDocument* ReceivableSpecifiedTradeAccountingAccount*
    LineSums: LineTotalAmount:amount
  `),
};

function shape(text: string): ReadonlyMap<string, readonly Part[]> {
  // A new kind begins where a name ends in a colon and a space.
  const kinds = text.trim().split(/\s+(?=\w+: )/);
  return new Map(
    kinds.map((kind) => {
      const [name = '', ...parts] = kind.split(/:?\s+/);
      return [name, parts.map(readPart)] as const;
    }),
  );
}

function readPart(text: string): Part {
  const match = /^(\w+)(!?)(\*?)(?::(\w+))?$/.exec(text);
  if (!match) throw new Error(`Cannot read "${text}" as a part of a shape: write Name, Name!, Name*:Type`);
  const [, name = '', required, many, type = 'text'] = match;
  return { name, required: required === '!', many: many === '*', type };
}
