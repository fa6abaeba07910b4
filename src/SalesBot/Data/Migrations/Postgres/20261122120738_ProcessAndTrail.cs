using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace SalesBot.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ProcessAndTrail : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Overridden",
                table: "StageChanges",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "FrozenReason",
                table: "Deals",
                type: "character varying(400)",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "FrozenUntil",
                table: "Deals",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TaxId",
                table: "Customers",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "InvoiceNumber",
                table: "Contracts",
                type: "character varying(60)",
                maxLength: 60,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "InvoicedOn",
                table: "Contracts",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OrderState",
                table: "Contracts",
                type: "character varying(20)",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Hash",
                table: "Audit",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Seal",
                table: "Audit",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "AddedById",
                table: "Approvers",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Remark",
                table: "Approvers",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Step",
                table: "Approvers",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Voice",
                table: "Approvers",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "VoicedAt",
                table: "Approvers",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "About",
                table: "Approvals",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Content",
                table: "Approvals",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ContentHash",
                table: "Approvals",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "DocumentId",
                table: "Approvals",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Flow",
                table: "Approvals",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Step",
                table: "Approvals",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "UrgedAt",
                table: "Approvals",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Definitions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Content = table.Column<string>(type: "text", nullable: false),
                    ById = table.Column<long>(type: "bigint", nullable: true),
                    Note = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Definitions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Definitions_People_ById",
                        column: x => x.ById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Documents",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ContentType = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Size = table.Column<long>(type: "bigint", nullable: false),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    DealId = table.Column<long>(type: "bigint", nullable: true),
                    CustomerId = table.Column<long>(type: "bigint", nullable: true),
                    ContractId = table.Column<long>(type: "bigint", nullable: true),
                    UploadedById = table.Column<long>(type: "bigint", nullable: false),
                    Key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Documents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Documents_Contracts_ContractId",
                        column: x => x.ContractId,
                        principalTable: "Contracts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Documents_Customers_CustomerId",
                        column: x => x.CustomerId,
                        principalTable: "Customers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Documents_Deals_DealId",
                        column: x => x.DealId,
                        principalTable: "Deals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Documents_People_UploadedById",
                        column: x => x.UploadedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Audit_Seal",
                table: "Audit",
                column: "Seal",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Approvers_AddedById",
                table: "Approvers",
                column: "AddedById");

            migrationBuilder.CreateIndex(
                name: "IX_Approvals_DocumentId",
                table: "Approvals",
                column: "DocumentId");

            migrationBuilder.CreateIndex(
                name: "IX_Definitions_ById",
                table: "Definitions",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_Definitions_Key",
                table: "Definitions",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Definitions_Name_Number",
                table: "Definitions",
                columns: new[] { "Name", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Documents_ContractId",
                table: "Documents",
                column: "ContractId");

            migrationBuilder.CreateIndex(
                name: "IX_Documents_CustomerId",
                table: "Documents",
                column: "CustomerId");

            migrationBuilder.CreateIndex(
                name: "IX_Documents_DealId_Kind",
                table: "Documents",
                columns: new[] { "DealId", "Kind" });

            migrationBuilder.CreateIndex(
                name: "IX_Documents_Key",
                table: "Documents",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Documents_UploadedById",
                table: "Documents",
                column: "UploadedById");

            migrationBuilder.AddForeignKey(
                name: "FK_Approvals_Documents_DocumentId",
                table: "Approvals",
                column: "DocumentId",
                principalTable: "Documents",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Approvers_People_AddedById",
                table: "Approvers",
                column: "AddedById",
                principalTable: "People",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Approvals_Documents_DocumentId",
                table: "Approvals");

            migrationBuilder.DropForeignKey(
                name: "FK_Approvers_People_AddedById",
                table: "Approvers");

            migrationBuilder.DropTable(
                name: "Definitions");

            migrationBuilder.DropTable(
                name: "Documents");

            migrationBuilder.DropIndex(
                name: "IX_Audit_Seal",
                table: "Audit");

            migrationBuilder.DropIndex(
                name: "IX_Approvers_AddedById",
                table: "Approvers");

            migrationBuilder.DropIndex(
                name: "IX_Approvals_DocumentId",
                table: "Approvals");

            migrationBuilder.DropColumn(
                name: "Overridden",
                table: "StageChanges");

            migrationBuilder.DropColumn(
                name: "FrozenReason",
                table: "Deals");

            migrationBuilder.DropColumn(
                name: "FrozenUntil",
                table: "Deals");

            migrationBuilder.DropColumn(
                name: "TaxId",
                table: "Customers");

            migrationBuilder.DropColumn(
                name: "InvoiceNumber",
                table: "Contracts");

            migrationBuilder.DropColumn(
                name: "InvoicedOn",
                table: "Contracts");

            migrationBuilder.DropColumn(
                name: "OrderState",
                table: "Contracts");

            migrationBuilder.DropColumn(
                name: "Hash",
                table: "Audit");

            migrationBuilder.DropColumn(
                name: "Seal",
                table: "Audit");

            migrationBuilder.DropColumn(
                name: "AddedById",
                table: "Approvers");

            migrationBuilder.DropColumn(
                name: "Remark",
                table: "Approvers");

            migrationBuilder.DropColumn(
                name: "Step",
                table: "Approvers");

            migrationBuilder.DropColumn(
                name: "Voice",
                table: "Approvers");

            migrationBuilder.DropColumn(
                name: "VoicedAt",
                table: "Approvers");

            migrationBuilder.DropColumn(
                name: "About",
                table: "Approvals");

            migrationBuilder.DropColumn(
                name: "Content",
                table: "Approvals");

            migrationBuilder.DropColumn(
                name: "ContentHash",
                table: "Approvals");

            migrationBuilder.DropColumn(
                name: "DocumentId",
                table: "Approvals");

            migrationBuilder.DropColumn(
                name: "Flow",
                table: "Approvals");

            migrationBuilder.DropColumn(
                name: "Step",
                table: "Approvals");

            migrationBuilder.DropColumn(
                name: "UrgedAt",
                table: "Approvals");
        }
    }
}
