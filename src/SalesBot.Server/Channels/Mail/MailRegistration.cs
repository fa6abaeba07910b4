using Microsoft.Extensions.Options;
using SalesBot.Conversation;

namespace SalesBot.Server.Channels.Mail;

internal static class MailRegistration
{
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MailOptions>().Bind(configuration.GetSection(MailOptions.Section)).ValidateOnStart();
        return services.AddSingleton<IValidateOptions<MailOptions>, MailOptionsValidation>().AddSingleton<MailMessenger>().AddSingleton<IMessenger>(s => s.GetRequiredService<MailMessenger>());
    }
}
