namespace SalesBot.Data.Migrations;

/// <summary>What rows of before need for the rules on invoices that ContractsAndTemplates lays down; the same on both databases.</summary>
internal static class InvoiceRepair
{
    /// <summary>A number that several contracts have stays with the first; the others keep it with their own id behind it, to be put right by finance.</summary>
    public const string OneNumberEach = """
        UPDATE "Contracts" SET "InvoiceNumber" = substr("InvoiceNumber", 1, 40) || '/' || "Id"
        WHERE EXISTS (SELECT 1 FROM "Contracts" AS o WHERE o."InvoiceNumber" = "Contracts"."InvoiceNumber" AND o."Id" < "Contracts"."Id")
        """;

    /// <summary>A to-do to issue an invoice is of the signed contract of its title, deal and customer; of several the first of the first, and so on.</summary>
    public const string TodosOfContracts = """
        UPDATE "Todos" SET "ContractId" = (
            SELECT c."Id" FROM "Contracts" AS c
            WHERE c."Status" = 'Signed' AND c."Title" = "Todos"."Title" AND COALESCE(c."DealId", 0) = COALESCE("Todos"."DealId", 0) AND COALESCE(c."CustomerId", 0) = COALESCE("Todos"."CustomerId", 0)
              AND (SELECT COUNT(*) FROM "Contracts" AS d WHERE d."Status" = 'Signed' AND d."Title" = c."Title" AND COALESCE(d."DealId", 0) = COALESCE(c."DealId", 0) AND COALESCE(d."CustomerId", 0) = COALESCE(c."CustomerId", 0) AND d."Id" < c."Id")
                = (SELECT COUNT(*) FROM "Todos" AS t WHERE t."Kind" = 'Invoice' AND t."Title" = "Todos"."Title" AND COALESCE(t."DealId", 0) = COALESCE("Todos"."DealId", 0) AND COALESCE(t."CustomerId", 0) = COALESCE("Todos"."CustomerId", 0) AND t."Id" < "Todos"."Id"))
        WHERE "Kind" = 'Invoice'
        """;
}
